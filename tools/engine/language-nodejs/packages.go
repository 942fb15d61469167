// SPDX-License-Identifier: Apache-2.0

package main

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/pulumi/pulumi/sdk/v3/go/common/resource/plugin"
	"github.com/pulumi/pulumi/sdk/v3/nodejs/npm"
	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
)

// manifest is the part of a package.json that says what the package depends on, and which plugin it speaks to.
type manifest struct {
	Name            string                   `json:"name"`
	Version         string                   `json:"version"`
	Dependencies    map[string]string        `json:"dependencies"`
	DevDependencies map[string]string        `json:"devDependencies"`
	Pulumi          *plugin.PulumiPluginJSON `json:"pulumi"`
}

// GetRequiredPackages lists the plugins that the program's SDKs speak to.
func (h *host) GetRequiredPackages(
	_ context.Context, req *pulumirpc.GetRequiredPackagesRequest,
) (*pulumirpc.GetRequiredPackagesResponse, error) {
	file, err := npm.SearchupPackageManifest(req.GetInfo().GetProgramDirectory())
	if err != nil {
		return &pulumirpc.GetRequiredPackagesResponse{}, nil // A program without package.json depends on nothing.
	}
	program, err := readManifest(filepath.Dir(file))
	if err != nil {
		return nil, err
	}
	names := slices.Sorted(maps.Keys(program.DevDependencies))
	packages, err := pluginsOf(filepath.Dir(file), append(names, program.dependencies()...), map[string]bool{})
	return &pulumirpc.GetRequiredPackagesResponse{Packages: packages}, err
}

// pluginsOf follows SDKs into the SDKs they build on, and leaves alone the many packages that are none.
func pluginsOf(from string, names []string, seen map[string]bool) ([]*pulumirpc.PackageDependency, error) {
	var found []*pulumirpc.PackageDependency
	for _, name := range names {
		directory, err := findModule(from, name)
		if err != nil || seen[directory] {
			continue // An absent package is reported better by the import that fails.
		}
		seen[directory] = true
		sdk, err := readManifest(directory)
		if err != nil {
			return nil, err
		}
		if sdk.Pulumi == nil || !sdk.Pulumi.Resource {
			continue
		}
		deeper, err := pluginsOf(directory, sdk.dependencies(), seen)
		if err != nil {
			return nil, err
		}
		found = append(append(found, sdk.plugin()), deeper...)
	}
	return found, nil
}

// plugin is what the SDK says of its plugin, completed by the SDK's own name and version.
func (m manifest) plugin() *pulumirpc.PackageDependency {
	dependency := &pulumirpc.PackageDependency{
		Kind:             "resource",
		Name:             m.Pulumi.Name,
		Version:          m.Pulumi.Version,
		Server:           m.Pulumi.Server,
		Parameterization: parameterization(m.Pulumi.Parameterization),
		Extension:        parameterization(m.Pulumi.ExtensionParameterization),
	}
	if dependency.Name == "" {
		dependency.Name = strings.TrimPrefix(path.Base(m.Name), "pulumi-") // "@pulumi/aws" is aws.
	}
	if dependency.Version == "" {
		dependency.Version = m.Version
	}
	return dependency
}

func parameterization(spec *plugin.PulumiParameterizationJSON) *pulumirpc.PackageParameterization {
	if spec == nil {
		return nil
	}
	return &pulumirpc.PackageParameterization{Name: spec.Name, Version: spec.Version, Value: spec.Value}
}

func (m manifest) dependencies() []string {
	return slices.Sorted(maps.Keys(m.Dependencies))
}

func readManifest(directory string) (manifest, error) {
	file := filepath.Join(directory, "package.json")
	var read manifest
	text, err := os.ReadFile(file)
	if err == nil {
		err = json.Unmarshal(text, &read)
	}
	if err != nil {
		return manifest{}, fmt.Errorf("cannot read %s: %w", file, err)
	}
	return read, nil
}

// GetProgramDependencies serves `pulumi about`.
func (h *host) GetProgramDependencies(
	ctx context.Context, req *pulumirpc.GetProgramDependenciesRequest,
) (*pulumirpc.GetProgramDependenciesResponse, error) {
	options, err := parseOptions(req.GetInfo())
	if err != nil {
		return nil, err
	}
	directory := req.GetInfo().GetProgramDirectory()
	manager, err := npm.ResolvePackageManager(options.packageManager, directory)
	if err != nil {
		return nil, err
	}
	installed, err := manager.ListPackages(ctx, directory, req.GetTransitiveDependencies())
	if err != nil {
		return nil, err
	}
	response := &pulumirpc.GetProgramDependenciesResponse{}
	for _, dependency := range installed {
		response.Dependencies = append(response.Dependencies,
			&pulumirpc.DependencyInfo{Name: dependency.Name, Version: dependency.Version})
	}
	return response, nil
}
