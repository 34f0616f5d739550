package io.qingtu.server.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Fifty people who do something at the same moment. */
final class Editors {
  static final int MANY = 50;

  /** What each does. */
  interface Edit<T> {
    T by(int editor) throws Exception;
  }

  private Editors() {}

  /** What came of it, in the order of the editors. */
  static <T> List<T> atOnce(Edit<T> edit) throws Exception {
    ExecutorService editors = Executors.newFixedThreadPool(MANY);
    try {
      List<Future<T>> all = new ArrayList<>();
      for (int i = 0; i < MANY; i++) {
        int editor = i;
        all.add(editors.submit(() -> edit.by(editor)));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> one : all) {
        results.add(one.get());
      }
      return results;
    } finally {
      editors.shutdownNow();
    }
  }
}
