package io.qingtu.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qingtu.server.store.ExemptionFiles;
import io.qingtu.server.store.ExemptionFiles.FileRow;
import io.qingtu.server.store.ExemptionRefusal;
import io.qingtu.server.store.ExemptionRow;
import io.qingtu.web.http.ApiException;
import io.qingtu.web.http.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Requests for exemptions as they are shown, with the files that show their reasons. */
final class ExemptionDetails {
  private final ExemptionFiles files;

  ExemptionDetails(ExemptionFiles files) {
    this.files = files;
  }

  ObjectNode of(ExemptionRow row) {
    return of(List.of(row)).get(0);
  }

  List<ObjectNode> of(List<ExemptionRow> rows) {
    Map<Long, List<FileRow>> known = files.of(rows.stream().map(ExemptionRow::id).toList());
    return rows.stream().map(r -> json(r, known.getOrDefault(r.id(), List.of()))).toList();
  }

  private static ObjectNode json(ExemptionRow row, List<FileRow> own) {
    ObjectNode node = Json.MAPPER.valueToTree(row);
    node.put("id", Long.toString(row.id()));
    ArrayNode shown = node.putArray("files");
    for (FileRow f : own) {
      shown
          .addObject()
          .put("id", Long.toString(f.id()))
          .put("url", "/api/v1/exemptions/" + row.id() + "/files/" + f.id())
          .put("contentType", FileFormat.ofEnding(f.format()).type())
          .put("sha256", f.sha256())
          .put("size", f.size())
          .put("filedAt", f.filedAt().toString());
    }
    return node;
  }

  /** What is answered to who may not do so. */
  static ApiException refused(ExemptionRefusal e, String id) {
    return switch (e.why()) {
      case UNKNOWN -> ApiException.notFound("exemption " + id);
      case NO_DUTY -> ApiException.badParameter("placeIds", e.getMessage());
      case FOREIGN, OWN -> ApiException.forbidden(e.getMessage());
      case TOO_LATE, DECIDED, FULL ->
          ApiException.conflict(e.why().name().toLowerCase(Locale.ROOT), e.getMessage());
    };
  }
}
