package batch

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync"
)

// liftLimit raises the collector's limit whenever what is in use comes near it. A limit
// below that makes the collector do nothing but collect, and frees nothing: a story of
// tens of thousands of chapters, whose pages weigh far more than its text, would take
// several times as long.
var liftLimit = sync.OnceFunc(func() { onCollection(lift) })

// lift looks at what the last collection has left in use.
func lift() {
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}, {Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/objects:bytes"}, {Name: "/memory/classes/heap/free:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	metrics.Read(live)
	for _, s := range live {
		if s.Value.Kind() != metrics.KindUint64 {
			return // another version of Go
		}
	}
	value := func(i int) int64 { return int64(live[i].Value.Uint64()) }
	inUse := value(0)
	around := value(1) - value(2) - value(3) - value(4) // stacks and the collector's own
	if limit := debug.SetMemoryLimit(-1); inUse+inUse/10+around > limit {
		debug.SetMemoryLimit(inUse + inUse*15/100 + around) // more took as long: a seventh of a large story is soon collected
	}
}

// onCollection calls a function after each of the collector's rounds, from now on.
func onCollection(do func()) {
	type beat struct{ _ [16]byte }
	var again func(*beat)
	again = func(*beat) {
		do()
		runtime.SetFinalizer(new(beat), again)
	}
	runtime.SetFinalizer(new(beat), again)
}
