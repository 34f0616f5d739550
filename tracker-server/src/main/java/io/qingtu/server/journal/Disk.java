package io.qingtu.server.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;

/** Where the journal opens its files: the system's, or one whose faults a test decides. */
@FunctionalInterface
interface Disk {
  FileChannel open(Path path, OpenOption... options) throws IOException;
}
