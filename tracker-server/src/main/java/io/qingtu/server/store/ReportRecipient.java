package io.qingtu.server.store;

import java.time.Instant;

/**
 * Somebody who gets the issued weekly reports by mail.
 *
 * @param address of mail
 * @param organisation the company or district whose extract he or she gets; empty: the whole report
 * @param district whether it is a district
 * @param addedBy name of who added it
 */
public record ReportRecipient(
    long id,
    String address,
    String organisation,
    boolean district,
    String addedBy,
    Instant addedAt) {}
