package says

import (
	"slices"
	"testing"
)

// Who an author field names: "name|filed as" for each.
func TestPeopleOf(t *testing.T) {
	for _, c := range []struct {
		value string
		want  []string
	}{
		{"Moss, Annie", []string{"Annie Moss|Moss, Annie"}},
		{"Moss, A. & Lake, B.", []string{"A. Moss|Moss, A.", "B. Lake|Lake, B."}},
		{"Tern, Ada and Hale, Cleo", []string{"Ada Tern|Tern, Ada", "Cleo Hale|Hale, Cleo"}},
		{"Moss, J. R., Jr.", []string{"J. R. Moss, Jr.|Moss, J. R., Jr."}},
		{"de la Mare, Walter", []string{"Walter de la Mare|de la Mare, Walter"}},
		{"van der Veer, Jan; Le Moss, Ursula K.", []string{"Jan van der Veer|van der Veer, Jan", "Ursula K. Le Moss|Le Moss, Ursula K."}},
		{"García Peral, Inés", []string{"Inés García Peral|García Peral, Inés"}},
		{"James, Henry", []string{"Henry James|James, Henry"}},
		{"Annie, Bea", []string{"Annie|", "Bea|"}},
		{"Annie, Bea & Cy", []string{"Annie|", "Bea|", "Cy|"}},
		{"Annie Moss, Bea Lake", []string{"Annie Moss|", "Bea Lake|"}},
		{"A. Moss, B. Lake", []string{"A. Moss|", "B. Lake|"}},
		{"J. R. Moss, Jr.", []string{"J. R. Moss, Jr.|"}},
		{"Nora Bell, 1996 - March 1997", []string{"Nora Bell|"}},
		{"Cleo Hale 2001", []string{"Cleo Hale|"}},
		{"Cleo Hale, 3 May 2001", []string{"Cleo Hale|"}},
		{"May Fenn <quay77[at]>", []string{"May Fenn|"}},
		{"May Fenn <may AT example DOT org>", []string{"May Fenn|"}},
		{`Wren & "Bo" Hollis`, []string{"Wren|", `"Bo" Hollis|`}},
		{`"Annie"`, []string{"Annie|"}},
		{"Annie Moss (translated by Bea Lake)", []string{"Annie Moss|", "Bea Lake|trl"}},
		{"Annie Moss, translated from the Norse by Bea Lake", []string{"Annie Moss|", "Bea Lake|trl"}},
		{"Annie Moss (Übersetzt von Kurt Lahr)", []string{"Annie Moss|", "Kurt Lahr|trl"}},
		{"Ed. Moss and Bea", []string{"Ed. Moss|", "Bea|"}},
	} {
		var got []string
		for _, p := range PeopleOf(c.value) {
			if p.Role != "aut" {
				p.FileAs = p.Role
			}
			got = append(got, p.Name+"|"+p.FileAs)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.value, got, c.want)
		}
	}
}
