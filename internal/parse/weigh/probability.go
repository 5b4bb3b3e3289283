package weigh

// Probability turns scores into probabilities in thousandths, in place: softmax over
// the classes. A single score is turned into that of yes. Integers and a table, so
// that every processor gives the same.
func Probability(scores []int32) {
	if len(scores) == 1 {
		two := [2]int32{0, scores[0]}
		Probability(two[:])
		scores[0] = two[1]
		return
	}
	top := scores[0]
	for _, s := range scores {
		top = max(top, s)
	}
	sum := int64(0)
	for i, s := range scores {
		scores[i] = power(top - s)
		sum += int64(scores[i])
	}
	for i, e := range scores {
		scores[i] = int32((int64(e)*1000 + sum/2) / sum)
	}
}

// power is 65536 times e to the power of -x/Unit, x from 0, between the table's
// places by a straight line.
func power(x int32) int32 {
	const step = Unit / 16
	k := x / step
	if int(k) >= len(powers)-1 {
		return 0
	}
	return powers[k] - (powers[k]-powers[k+1])*(x%step)/step
}

// powers are 65536 times e to the power of -k/16.
var powers = [...]int32{
	65536, 61565, 57835, 54331, 51039, 47947, 45042, 42313, 39750, 37341, 35079, 32954,
	30957, 29081, 27319, 25664, 24109, 22649, 21276, 19987, 18776, 17639, 16570, 15566,
	14623, 13737, 12905, 12123, 11388, 10698, 10050, 9441, 8869, 8332, 7827, 7353,
	6907, 6489, 6096, 5726, 5380, 5054, 4747, 4460, 4190, 3936, 3697, 3473,
	3263, 3065, 2879, 2705, 2541, 2387, 2243, 2107, 1979, 1859, 1746, 1641,
	1541, 1448, 1360, 1278, 1200, 1128, 1059, 995, 935, 878, 825, 775,
	728, 684, 642, 604, 567, 533, 500, 470, 442, 415, 390, 366,
	344, 323, 303, 285, 268, 252, 236, 222, 209, 196, 184, 173,
	162, 153, 143, 135, 127, 119, 112, 105, 99, 93, 87, 82,
	77, 72, 68, 64, 60, 56, 53, 50, 47, 44, 41, 39,
	36, 34, 32, 30, 28, 27, 25, 23, 22, 21, 19, 18,
	17, 16, 15, 14, 13, 13, 12, 11, 10, 10, 9, 9,
	8, 8, 7, 7, 6, 6, 6, 5, 5, 5, 4, 4,
	4, 4, 3, 3, 3, 3, 3, 2, 2, 2, 2, 2,
	2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1,
	1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0,
}
