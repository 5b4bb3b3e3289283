// Package char tells what characters are and how words are compared: capitals folded, signs
// passed over. It knows nothing of stories.
package char
