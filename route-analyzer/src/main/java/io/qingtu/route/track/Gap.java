package io.qingtu.route.track;

/** A stretch without fixes (C10) between two accepted ones. */
public record Gap(CleanFix before, CleanFix after) {}
