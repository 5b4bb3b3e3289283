package desk

// Authors are the names that envelope or catalogue credit as authors.
func (k *known) Authors() []string {
	h := Head{Credits: k.Credits}
	return h.Authors()
}
