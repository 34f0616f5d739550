package io.qingtu.server.fault;

/** What can happen to the server while terminals report. Each ends with everything in order. */
enum Fault {
  /** SIGKILL of the server, which is started again. */
  SERVER_KILLED(FaultScene::killServer),

  /** SIGKILL of the database's server, which is started again. */
  DATABASE_KILLED(FaultScene::killDatabase, Need.KILLABLE_DATABASE),

  BOTH_KILLED(FaultScene::killBoth, Need.KILLABLE_DATABASE),

  /** The server is killed and started again while the database is away. */
  DATABASE_LATE(FaultScene::startBeforeTheDatabase),

  /** SIGSTOP of the server, then SIGCONT. */
  SERVER_STOPPED(FaultScene::stopServer),

  /** SIGSTOP of all of the database's processes, then SIGCONT: it hangs, connections stay open. */
  DATABASE_STOPPED(FaultScene::stopDatabase, Need.LOCAL_DATABASE),

  /** The database ends its connections and takes none. */
  DATABASE_AWAY(FaultScene::interruptDatabase),

  /** Another's lock on the table of positions, longer than the server waits. */
  DATABASE_LOCKED(FaultScene::lockPositions),

  /** Each statement that stores positions takes two seconds. */
  DATABASE_SLOW(FaultScene::slowDatabase),

  /**
   * Positions are refused with the SQLSTATE of a full disk, 53100. A trigger says so: the table's
   * room is not really used up, which no ordinary user can do to a database on a disk with others.
   */
  DATABASE_FULL(FaultScene::fillDatabase),

  /** Some vehicles' positions violate a constraint. */
  ROWS_REFUSED(FaultScene::refuseRows),

  /** The database is away and the system refuses the server to make its files longer. */
  JOURNAL_FULL(FaultScene::fillJournal, Need.FILE_LIMIT),

  /** The server's clock is days behind, then weeks ahead, then right again. */
  CLOCK_TURNED(FaultScene::turnClock),

  /** Terminals lose their connections in the middle of a frame. */
  LINES_CUT(FaultScene::cutLines),

  /** Terminals send again what they have sent, acknowledged or not. */
  PACKETS_REPEATED(FaultScene::repeatPackets);

  /** What a fault takes that is not there everywhere. */
  enum Need {
    NOTHING,
    LOCAL_DATABASE,
    KILLABLE_DATABASE,
    FILE_LIMIT
  }

  /** Makes it happen and mends it; returns before what waited is stored. */
  interface Course {
    void run(FaultScene scene) throws Exception;
  }

  private final Course course;
  private final Need need;

  Fault(Course course) {
    this(course, Need.NOTHING);
  }

  Fault(Course course, Need need) {
    this.course = course;
    this.need = need;
  }

  Need need() {
    return need;
  }

  void strike(FaultScene scene) throws Exception {
    course.run(scene);
  }
}
