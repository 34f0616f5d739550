package io.qingtu.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who gets the issued reports by mail. None is ever removed: it ends, and its mails stay. */
public final class ReportRecipientStore {
  private static final String SELECT =
      """
      select r.id, r.address, coalesce(c.name, '') organisation,
        coalesce(c.kind, '') = 'DISTRICT' district, u.display_name added_by, r.added_at
      from report_recipient r join app_user u on u.id = r.added_by
        left join company c on c.id = r.company_id
      where r.ended_at is null\
      """;

  private final Database database;

  public ReportRecipientStore(Database database) {
    this.database = database;
  }

  /** Those who get the whole report first, then by company or district. */
  public List<ReportRecipient> all() {
    return database.query(
        SELECT + " order by organisation, r.address", ReportRecipientStore::recipient);
  }

  /**
   * Adds one.
   *
   * @param organisation company or district; empty: the whole report
   * @return empty where the organisation is unknown, or a squad, or the address has it already
   */
  public Optional<ReportRecipient> add(
      String address, String organisation, int addedBy, Instant at) {
    return database
        .updateReturning(
            """
            insert into report_recipient (address, company_id, added_by, added_at)
            select ?, c.id, ?, ? from (select 1) one left join company c on c.name = ? and c.kind <> 'SQUAD'
            where ? = '' or c.id is not null
            on conflict do nothing returning id\
            """,
            row -> row.getLong("id"),
            address,
            addedBy,
            at,
            organisation,
            organisation)
        .stream()
        .findFirst()
        .flatMap(this::find);
  }

  /** One who gets reports. */
  public Optional<ReportRecipient> find(long id) {
    return database.query(SELECT + " and r.id = ?", ReportRecipientStore::recipient, id).stream()
        .findFirst();
  }

  /** Ends one for good, and gives up what waits for it; false where it has ended. */
  public boolean end(long id, int by, Instant at) {
    return database.inTransaction(
        "ending recipient " + id,
        connection -> {
          int ended =
              Database.update(
                  connection,
                  "update report_recipient set ended_at = ?, ended_by = ?"
                      + " where id = ? and ended_at is null",
                  at,
                  by,
                  id);
          Database.update(
              connection,
              "update report_mail set state = 'PARKED', outcome = 'the recipient was removed',"
                  + " finished_at = ? where recipient_id = ? and state = 'WAITING'",
              at,
              id);
          return ended == 1;
        });
  }

  private static ReportRecipient recipient(ResultSet row) throws SQLException {
    return new ReportRecipient(
        row.getLong("id"),
        row.getString("address"),
        row.getString("organisation"),
        row.getBoolean("district"),
        row.getString("added_by"),
        Database.instant(row, "added_at"));
  }
}
