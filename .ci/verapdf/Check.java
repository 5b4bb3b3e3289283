import java.io.FileInputStream;
import java.util.TreeSet;

import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Asks veraPDF whether PDFs keep standards: Check ua1,2a FILE... Exit code 1 when one does not. */
public class Check {
  public static void main(String[] args) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    boolean good = args.length > 1;
    for (int i = 1; i < args.length; i++) {
      for (String name : args[0].split(",")) {
        PDFAFlavour flavour = PDFAFlavour.byFlavourId(name);
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new FileInputStream(args[i]), flavour);
             PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, 20, false, true, false)) {
          ValidationResult result = validator.validate(parser);
          System.out.println(args[i] + ": " + (result.isCompliant() ? "compliant" : "NOT compliant") + " with " + name
              + " (" + result.getTotalAssertions() + " checks)");
          TreeSet<String> failed = new TreeSet<>();
          for (TestAssertion t : result.getTestAssertions()) {
            if (t.getStatus() == TestAssertion.Status.FAILED) {
              failed.add("  " + t.getRuleId().getClause() + "-" + t.getRuleId().getTestNumber() + " " + t.getMessage());
            }
          }
          failed.forEach(System.out::println);
          good &= result.isCompliant();
        }
      }
    }
    System.exit(good ? 0 : 1);
  }
}
