package io.qingtu.server.store;

import io.qingtu.route.casework.CaseType;
import io.qingtu.route.casework.Extension;
import io.qingtu.route.casework.Limit;
import io.qingtu.route.casework.Stage;
import java.time.Instant;

/**
 * A case as it stands.
 *
 * @param lon WGS-84 degrees; NaN where there is no place
 * @param lat WGS-84 degrees; NaN where there is no place
 * @param grade of the best evidence; empty where nobody graded it
 * @param plate of the vehicle that it is about; empty where none is known
 * @param company whose that vehicle is; empty where none is known
 * @param side who handles it; empty where nobody does yet
 * @param sideId 0 where nobody does yet
 * @param extension whether more time was asked for and given
 * @param extra how much more; null where nobody asked, or gave it unasked
 * @param sources how many reported it
 * @param version to be named by who moves it
 * @param amberAt four fifths of its limit; null where no limit runs
 * @param dueAt end of its limit; null where none runs
 * @param urgeAt one and a half times its limit, or its time until the review; null where none runs
 * @param reviewAt when it is to be looked at again; null where it is not on the ledger
 * @param closedAt when it was closed, not filed or handed to others; null while it may go on
 */
public record CaseRow(
    long id,
    CaseType type,
    String title,
    double lon,
    double lat,
    Instant foundAt,
    Instant acceptedAt,
    String grade,
    String plate,
    String company,
    Stage stage,
    Instant since,
    String side,
    int sideId,
    boolean extended,
    Extension.State extension,
    Limit extra,
    boolean urged,
    int sources,
    int version,
    Instant amberAt,
    Instant dueAt,
    Instant urgeAt,
    Instant reviewAt,
    Instant closedAt) {}
