package io.qingtu.web.report;

/** A cell in words, for what has no numbers of its own. */
final class CellWords {
  private CellWords() {}

  static String of(Cell cell) {
    if (cell instanceof Cell.Text text) {
      return text.value();
    }
    if (cell instanceof Cell.Count count) {
      return Wording.number(count.value(), 0);
    }
    if (cell instanceof Cell.Decimal d) {
      return Wording.number(d.value(), d.decimals());
    }
    if (cell instanceof Cell.Rate rate) {
      String parts = Wording.parts(rate.ratio());
      String value = Wording.percent(rate.ratio()) + (parts.isEmpty() ? "" : "（" + parts + "）");
      return rate.small() ? value + "样本不足" : value;
    }
    return ((Cell.Time) cell).value().map(Wording::time).orElse(Wording.NONE);
  }
}
