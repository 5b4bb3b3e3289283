package web

import (
	"bytes"
	"fmt"
	"html"
	"io/fs"
	"maps"
	"reflect"
	"text/template/parse"
)

// A markup is the pages' templates, in the language of html/template as far as they
// use it. html/template may call any method by its name, so that the linker must keep
// every method of the program: with it the program is three megabytes larger. This
// one reads fields, and calls the functions and methods that it is given. What it prints
// is escaped; markupplaces.go sees to it that nothing is printed where that is not enough.
type markup struct {
	trees     map[string]*parse.Tree
	functions map[string]any
	methods   map[string]any // by type and name: "entry.Short"
}

// builtins are the functions of text/template that are there too; they are called by name in call.
var builtins = map[string]any{"and": 0, "or": 0, "not": 0, "len": 0, "eq": 0, "ne": 0, "gt": 0, "lt": 0}

// parseMarkup reads the templates of the files that match pattern.
func parseMarkup(files fs.FS, pattern string, functions, methods map[string]any) (*markup, error) {
	names, err := fs.Glob(files, pattern)
	if err != nil || len(names) == 0 {
		return nil, fmt.Errorf("no templates %s: %v", pattern, err)
	}
	m := &markup{map[string]*parse.Tree{}, functions, methods}
	for _, name := range names {
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		trees, err := parse.Parse(name, string(text), "", "", builtins, functions)
		if err != nil {
			return nil, err
		}
		delete(trees, name) // what stands outside all definitions
		maps.Copy(m.trees, trees)
	}
	return m, m.check()
}

// execute writes the template of that name. What it has written by an error is no page.
func (m *markup) execute(out *bytes.Buffer, name string, view any) error {
	tree := m.trees[name]
	if tree == nil {
		return fmt.Errorf("there is no template %q", name)
	}
	dot := reflect.ValueOf(view)
	w := &markupWriter{m, out, []variable{{"$", dot}}}
	return w.list(tree.Root, dot)
}

// A markupWriter is one execution of a template.
type markupWriter struct {
	*markup
	out       *bytes.Buffer
	variables []variable // the innermost last
}

type variable struct {
	name  string
	value reflect.Value
}

// list writes the nodes; variables that they declare end with them.
func (w *markupWriter) list(l *parse.ListNode, dot reflect.Value) error {
	if l == nil {
		return nil
	}
	declared := len(w.variables)
	defer func() { w.variables = w.variables[:declared] }()
	for _, n := range l.Nodes {
		if err := w.node(n, dot); err != nil {
			return err
		}
	}
	return nil
}

func (w *markupWriter) node(n parse.Node, dot reflect.Value) error {
	switch n := n.(type) {
	case *parse.TextNode:
		w.out.Write(n.Text)
		return nil
	case *parse.ActionNode:
		v, err := w.pipe(n.Pipe, dot)
		if err == nil && len(n.Pipe.Decl) == 1 {
			w.variables = append(w.variables, variable{n.Pipe.Decl[0].Ident[0], v})
		} else if err == nil {
			w.out.WriteString(html.EscapeString(fmt.Sprint(v.Interface())))
		}
		return err
	case *parse.IfNode:
		v, err := w.pipe(n.Pipe, dot)
		if err != nil {
			return err
		}
		if truth(v) {
			return w.list(n.List, dot)
		}
		return w.list(n.ElseList, dot)
	case *parse.RangeNode:
		return w.rangeOver(n, dot)
	case *parse.TemplateNode:
		tree := w.trees[n.Name]
		if tree == nil {
			return fmt.Errorf("there is no template %q", n.Name)
		}
		var v reflect.Value
		if n.Pipe != nil {
			var err error
			if v, err = w.pipe(n.Pipe, dot); err != nil {
				return err
			}
		}
		inner := &markupWriter{w.markup, w.out, []variable{{"$", v}}}
		return inner.list(tree.Root, v)
	}
	return fmt.Errorf("%s: no templates of ours have this", n)
}

func (w *markupWriter) rangeOver(n *parse.RangeNode, dot reflect.Value) error {
	all, err := w.pipe(n.Pipe, dot)
	if err != nil {
		return err
	}
	if all.Kind() != reflect.Slice {
		return fmt.Errorf("%s is no list", n.Pipe)
	}
	if all.Len() == 0 {
		return w.list(n.ElseList, dot)
	}
	declared := len(w.variables)
	for i := range all.Len() {
		switch d := n.Pipe.Decl; len(d) {
		case 1:
			w.variables = append(w.variables, variable{d[0].Ident[0], all.Index(i)})
		case 2:
			w.variables = append(w.variables, variable{d[0].Ident[0], reflect.ValueOf(i)}, variable{d[1].Ident[0], all.Index(i)})
		}
		if err := w.list(n.List, all.Index(i)); err != nil {
			return err
		}
		w.variables = w.variables[:declared]
	}
	return nil
}

func (w *markupWriter) pipe(p *parse.PipeNode, dot reflect.Value) (reflect.Value, error) {
	if len(p.Cmds) != 1 {
		return reflect.Value{}, fmt.Errorf("%s: a function's arguments stand behind it", p)
	}
	args := p.Cmds[0].Args
	if f, ok := args[0].(*parse.IdentifierNode); ok {
		return w.call(f.Ident, args[1:], dot)
	}
	var behind []reflect.Value
	for _, n := range args[1:] {
		v, err := w.value(n, dot)
		if err != nil {
			return v, err
		}
		behind = append(behind, v)
	}
	return w.value(args[0], dot, behind...)
}

// value is what stands at n; args are for the method that it ends in.
func (w *markupWriter) value(n parse.Node, dot reflect.Value, args ...reflect.Value) (reflect.Value, error) {
	switch n := n.(type) {
	case *parse.FieldNode:
		return w.path(dot, n.Ident, args)
	case *parse.VariableNode:
		for i := len(w.variables) - 1; i >= 0; i-- {
			if w.variables[i].name == n.Ident[0] {
				return w.path(w.variables[i].value, n.Ident[1:], args)
			}
		}
	}
	if len(args) > 0 {
		return dot, fmt.Errorf("%s takes no arguments", n)
	}
	switch n := n.(type) {
	case *parse.DotNode:
		return dot, nil
	case *parse.PipeNode:
		return w.pipe(n, dot)
	case *parse.StringNode:
		return reflect.ValueOf(n.Text), nil
	case *parse.NumberNode:
		if n.IsInt {
			return reflect.ValueOf(int(n.Int64)), nil
		}
	case *parse.BoolNode:
		return reflect.ValueOf(n.True), nil
	case *parse.IdentifierNode:
		return w.call(n.Ident, nil, dot)
	}
	return reflect.Value{}, fmt.Errorf("%s: no templates of ours have this", n)
}

// path follows the names of fields and methods; args are the last one's.
func (m *markup) path(v reflect.Value, names []string, args []reflect.Value) (reflect.Value, error) {
	for i, name := range names {
		for v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface {
			v = v.Elem()
		}
		if v.Kind() != reflect.Struct {
			return v, fmt.Errorf("there is no %s in no struct", name)
		}
		called := v.Type().Name() + "." + name
		if f, ok := m.methods[called]; ok {
			with := []reflect.Value{v}
			if i == len(names)-1 {
				with, args = append(with, args...), nil
			}
			var err error
			if v, err = callOwn(called, reflect.ValueOf(f), with); err != nil {
				return v, err
			}
			continue
		}
		if v = v.FieldByName(name); !v.IsValid() {
			return v, fmt.Errorf("there is no %s", called)
		}
	}
	if !v.IsValid() || len(args) > 0 {
		return v, fmt.Errorf("%s is nothing, or takes no arguments", names)
	}
	return v, nil
}

// truth is what an if finds in a value: nothing, none and no are false.
func truth(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Slice, reflect.Map, reflect.String:
		return v.Len() > 0
	}
	return v.IsValid() && !v.IsZero()
}
