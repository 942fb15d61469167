// SPDX-License-Identifier: Apache-2.0

package main

import (
	"fmt"

	"github.com/kballard/go-shellquote"
	"github.com/pulumi/pulumi/sdk/v3/nodejs/npm"
	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
)

// options are the `runtime.options` of Pulumi.yaml.
type options struct {
	// typescript: compile the program on the fly. Default: true.
	typescript bool
	// nodeArgs come before the program, split as a shell would: `--import tsx`.
	nodeArgs []string
	// tsconfig is the path of another tsconfig.json, from the program's folder.
	tsconfig string
	// packageManager is used by `pulumi install`.
	packageManager npm.PackageManagerType
}

func parseOptions(info *pulumirpc.ProgramInfo) (options, error) {
	parsed := options{typescript: true, packageManager: npm.AutoPackageManager}
	var err error
	for name, value := range info.GetOptions().AsMap() {
		text, isText := value.(string)
		flag, isFlag := value.(bool)
		switch {
		case name == "typescript" && isFlag:
			parsed.typescript = flag
		case name == "nodeargs" && isText:
			parsed.nodeArgs, err = shellquote.Split(text)
		case name == "tsconfig" && isText:
			parsed.tsconfig = text
		case name == "packagemanager" && isText:
			parsed.packageManager = npm.PackageManagerType(text)
		default:
			err = fmt.Errorf("this host knows typescript: true|false, nodeargs, tsconfig and packagemanager: text")
		}
		if err != nil {
			return options{}, fmt.Errorf("runtime option %s: %v: %w", name, value, err)
		}
	}
	return parsed, nil
}
