// SPDX-License-Identifier: Apache-2.0

package main

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/pulumi/pulumi/sdk/v3/nodejs/npm"
	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
)

// Link is the last step of `pulumi package add`: the generated SDK becomes a dependency of the program.
func (h *host) Link(ctx context.Context, req *pulumirpc.LinkRequest) (*pulumirpc.LinkResponse, error) {
	options, err := parseOptions(req.GetInfo())
	if err != nil {
		return nil, err
	}
	root := req.GetInfo().GetRootDirectory()
	manager, err := npm.ResolvePackageManager(options.packageManager, root)
	if err != nil {
		return nil, err
	}
	imports := []string{"You can then import the SDK in your program with:", ""}
	for _, dependency := range req.GetPackages() {
		sdk, err := readManifest(filepath.Join(root, dependency.GetPath()))
		if err != nil {
			return nil, err
		}
		if err := manager.Link(ctx, root, sdk.Name, dependency.GetPath()); err != nil {
			return nil, fmt.Errorf("cannot add %s to the program: %w", sdk.Name, err)
		}
		name := dependency.GetPackage().GetName()
		imports = append(imports, fmt.Sprintf("  import * as %s from %q;", strings.ReplaceAll(name, "-", "_"), sdk.Name))
	}
	return &pulumirpc.LinkResponse{ImportInstructions: strings.Join(imports, "\n")}, nil
}
