// Package talk reads lines of chats and plays: who speaks, and what is said or done.
package talk
