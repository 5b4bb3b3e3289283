package epub

import (
	"regexp"
	"strings"
	"testing"

	"storybind/assets"
)

// The stylesheet is for the oldest reading systems and for readers who choose their
// own font, size, colours and margins.
func TestStyleRules(t *testing.T) {
	css := regexp.MustCompile(`(?s)/\*.*?\*/`).ReplaceAllString(assets.EPUBStyle, "")
	declaration := regexp.MustCompile(`^\s*([a-z-]+):\s*([^;]+);`)
	selector := ""
	rules := map[string]map[string]string{}
	for line := range strings.SplitSeq(css, "\n") {
		switch m := declaration.FindStringSubmatch(line); {
		case strings.HasSuffix(strings.TrimSpace(line), "{"):
			selector = strings.TrimSpace(line)
			rules[selector] = map[string]string{}
		case strings.HasPrefix(strings.TrimSpace(line), "@") || strings.Contains(line, "!important") || strings.Contains(line, "::"):
			t.Errorf("an at-rule, !important or generated content: %s", line)
		case m != nil:
			name, value := m[1], m[2]
			rules[selector][name] = value
			if strings.Contains(value, "(") {
				t.Errorf("%s a function: %s", selector, line)
			}
			if (name == "color" || strings.HasPrefix(name, "background")) && value != "inherit" {
				t.Errorf("%s a colour: %s", selector, line)
			}
			if name == "font-family" && value != "monospace, monospace" || name == "font-size" && !strings.HasSuffix(value, "em") || name == "line-height" && strings.Trim(value, "0123456789.") != "" {
				t.Errorf("%s sets what the reader chooses: %s", selector, line)
			}
			if regexp.MustCompile(`[0-9](pt|cm|mm|in|vh|vw|rem)\b`).MatchString(value) {
				t.Errorf("%s a unit that old systems do not know or that ignores the reader's size: %s", selector, line)
			}
		}
	}
	if len(rules) < 40 {
		t.Fatalf("only %d rules found: this test reads the stylesheet wrongly", len(rules))
	}
	for selector, r := range rules {
		for _, name := range []string{"break-before", "break-after", "break-inside"} {
			if r[name] != r["page-"+name] {
				t.Errorf("%s %s is %q, its old name %q", selector, name, r[name], r["page-"+name])
			}
		}
		for _, name := range []string{"-webkit-hyphens", "-epub-hyphens", "adobe-hyphenate"} {
			if r["hyphens"] != r[name] {
				t.Errorf("%s hyphens is %q, %s %q", selector, r["hyphens"], name, r[name])
			}
		}
	}
	body, paragraph := rules["body {"], rules["p {"]
	if body["hyphens"] != "auto" || body["margin"] != "0" || paragraph["widows"] != "2" || paragraph["orphans"] != "2" || paragraph["margin"] != "0" {
		t.Errorf("body %v, p %v", body, paragraph)
	}
	if r := rules["h1, h2, h3, h4, h5, h6 {"]; r["page-break-after"] != "avoid" || r["hyphens"] != "none" {
		t.Errorf("headings %v", r)
	}
	// The sink is the section's, so that one without a heading has it as well; the
	// rest of a long chapter and the cover have none.
	if sink, none := rules["section {"]["padding-top"], rules["section.continued, section.cover {"]["padding-top"]; !strings.HasSuffix(sink, "em") || none != "0" {
		t.Errorf("the sink is %q, of a chapter's rest %q", sink, none)
	}
	// Nothing runs over the right edge when the letters are large.
	for _, deep := range []string{".verse p > .i1 {", ".verse p > .i5 {"} {
		if !regexp.MustCompile(regexp.QuoteMeta(deep) + ` margin-left: [0-9]+%; }`).MatchString(css) {
			t.Errorf("%s is not indented by a part of the width", deep)
		}
	}
	if body["overflow-wrap"] != "break-word" || body["word-wrap"] != "break-word" {
		t.Errorf("long words are not broken: %v", body)
	}
	for selector, name := range map[string]string{ // no line alone on a page
		".inscription {":                "break-before",
		".verse p > span:first-child {": "break-after",
		".verse p > span:last-child {":  "break-before",
	} {
		if rules[selector][name] != "avoid" {
			t.Errorf("%s %s is %q", selector, name, rules[selector][name])
		}
	}
}
