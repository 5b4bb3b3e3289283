package batch

// Limits of what is under way at the same time, besides the number of workers.
const (
	// window is how many stories may be finished before the first that is not:
	// their outcomes wait, so that they can be told in order.
	window = 2000
	// savers is how many books may be on their way to the disk: a disk confirms
	// many files together as fast as one.
	savers = 16
	// lookers is how many stories may be read, and their books looked for, before
	// there is a worker for them: a few, because another process may make them.
	lookers = 8
	// share is how many bytes of stories a worker has at most. A longer story
	// takes the shares of others, so it is not converted beside another of its kind.
	share = 4 << 20
)

// headLength is how much of a file is read to learn whether it is a part.
const headLength = 4 << 10

// mostNamed is the most bytes of a file that a setting names: some fonts of Chinese letters have 30 MB.
const mostNamed = 64 << 20
