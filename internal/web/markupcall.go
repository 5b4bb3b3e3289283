package web

import (
	"cmp"
	"fmt"
	"reflect"
	"text/template/parse"
)

// call calls a function of the templates. Of "and" and "or" only the arguments that
// settle the matter are looked at.
func (w *markupWriter) call(name string, nodes []parse.Node, dot reflect.Value) (reflect.Value, error) {
	var args []reflect.Value
	for i, n := range nodes {
		v, err := w.value(n, dot)
		if err != nil {
			return v, err
		}
		if last := i == len(nodes)-1; name == "and" && (last || !truth(v)) || name == "or" && (last || truth(v)) {
			return v, nil
		}
		args = append(args, v)
	}
	if f, ok := w.functions[name]; ok {
		return callOwn(name, reflect.ValueOf(f), args)
	}
	switch {
	case name == "not" && len(args) == 1:
		return reflect.ValueOf(!truth(args[0])), nil
	case name == "len" && len(args) == 1 && (args[0].Kind() == reflect.Slice || args[0].Kind() == reflect.String):
		return reflect.ValueOf(args[0].Len()), nil
	case len(args) == 2:
		order, err := compare(args[0], args[1])
		switch name {
		case "eq":
			return reflect.ValueOf(order == 0), err
		case "ne":
			return reflect.ValueOf(order != 0), err
		case "gt":
			return reflect.ValueOf(order > 0), err
		case "lt":
			return reflect.ValueOf(order < 0), err
		}
	}
	return reflect.Value{}, fmt.Errorf("%s takes no such %d arguments", name, len(args))
}

func callOwn(name string, f reflect.Value, args []reflect.Value) (reflect.Value, error) {
	if f.Type().NumIn() != len(args) {
		return reflect.Value{}, fmt.Errorf("%s takes %d arguments and not %d", name, f.Type().NumIn(), len(args))
	}
	for i, a := range args {
		if !a.Type().AssignableTo(f.Type().In(i)) {
			return reflect.Value{}, fmt.Errorf("%s takes a %s and no %s", name, f.Type().In(i), a.Type())
		}
	}
	return f.Call(args)[0], nil
}

// compare orders two texts or two numbers.
func compare(a, b reflect.Value) (int, error) {
	switch {
	case a.Kind() == reflect.String && b.Kind() == reflect.String:
		return cmp.Compare(a.String(), b.String()), nil
	case a.CanInt() && b.CanInt():
		return cmp.Compare(a.Int(), b.Int()), nil
	}
	return 0, fmt.Errorf("%v and %v are not compared", a.Kind(), b.Kind())
}
