// Runs EPUBCheck over many books in one Java process, which is several times quicker
// than a process each. Every message counts, usage notes too, but those that the list
// below allows. With epubcheck.jar on the class path: java .ci/CheckEpubs.java BOOK...
import com.adobe.epubcheck.api.EPUBLocation;
import com.adobe.epubcheck.api.EpubCheck;
import com.adobe.epubcheck.api.MasterReport;
import com.adobe.epubcheck.messages.Message;
import com.adobe.epubcheck.messages.Severity;
import com.adobe.epubcheck.util.FeatureEnum;
import com.adobe.epubcheck.util.ReportingLevel;
import java.io.File;
import java.util.*;
import java.util.stream.IntStream;

public class CheckEpubs {
  /** Usage notes that say what the book does on purpose. */
  static final Set<String> MEANT = Set.of("CSS-028"); // faces are declared

  static class Found extends MasterReport {
    final List<String> said = new ArrayList<>();
    final Map<String, Integer> notes = new TreeMap<>();

    Found() {
      setReportingLevel(ReportingLevel.Usage);
    }

    @Override
    public void message(Message m, EPUBLocation at, Object... args) {
      if (m.getSeverity() == Severity.SUPPRESSED) return;
      notes.merge(m.getSeverity() + " " + m.getID(), 1, Integer::sum);
      if (!MEANT.contains(m.getID().toString()))
        said.add(m.getSeverity() + " " + m.getID() + " " + at.getPath() + ":" + at.getLine() + ": " + m.getMessage(args));
    }

    @Override public void info(String resource, FeatureEnum feature, String value) {}
    @Override public int generate() { return 0; }
    @Override public void initialize() {}
  }

  public static void main(String[] books) {
    Locale.setDefault(Locale.ENGLISH);
    Map<String, Integer> notes = new TreeMap<>();
    long bad = IntStream.range(0, books.length).parallel().filter(i -> {
      Found found = new Found();
      found.setEpubFileName(books[i]);
      new EpubCheck(new File(books[i]), found).doValidate();
      synchronized (notes) {
        found.notes.forEach((id, n) -> notes.merge(id, n, Integer::sum));
        if (!found.said.isEmpty()) {
          System.out.println(books[i] + ":");
          found.said.stream().limit(20).forEach(s -> System.out.println("  " + s));
        }
      }
      return !found.said.isEmpty();
    }).count();
    System.out.println("EPUBCheck " + EpubCheck.version() + ": " + books.length + " books, " + bad + " with messages; all messages: " + notes);
    System.exit(bad > 0 || books.length == 0 ? 1 : 0);
  }
}
