// SPDX-License-Identifier: Apache-2.0

package main

import (
	"context"
	"fmt"
	"os/exec"
	"strings"

	"github.com/pulumi/pulumi/sdk/v3/go/common/util/rpcutil"
	"github.com/pulumi/pulumi/sdk/v3/go/common/version"
	"github.com/pulumi/pulumi/sdk/v3/nodejs/npm"
	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
	"google.golang.org/protobuf/types/known/emptypb"
)

// host answers the engine's calls. What is not overridden here is answered with "unimplemented", which the engine
// reports by name.
type host struct {
	pulumirpc.UnimplementedLanguageRuntimeServer

	// running ends with the host or by Cancel: every program started lives within it.
	running context.Context
	cancel  context.CancelFunc
	// engine is the address at which a program sends its log messages.
	engine string
}

func newHost(ctx context.Context, engine string) *host {
	running, cancel := context.WithCancel(ctx)
	return &host{running: running, cancel: cancel, engine: engine}
}

func (h *host) GetPluginInfo(context.Context, *emptypb.Empty) (*pulumirpc.PluginInfo, error) {
	return &pulumirpc.PluginInfo{Version: strings.TrimPrefix(version.Version, "v")}, nil
}

// Cancel must be answered: the engine calls it at the end of every command, and takes silence for a crash.
func (h *host) Cancel(context.Context, *emptypb.Empty) (*emptypb.Empty, error) {
	h.cancel()
	return &emptypb.Empty{}, nil
}

func (h *host) About(ctx context.Context, _ *pulumirpc.AboutRequest) (*pulumirpc.AboutResponse, error) {
	node, err := findNode()
	if err != nil {
		return nil, err
	}
	stdout, err := exec.CommandContext(ctx, node, "--version").Output()
	if err != nil {
		return nil, fmt.Errorf("cannot run %s --version: %w", node, err)
	}
	return &pulumirpc.AboutResponse{Executable: node, Version: strings.TrimSpace(string(stdout))}, nil
}

// InstallDependencies runs the package manager the project uses: the one of its lock file, npm without one.
func (h *host) InstallDependencies(
	req *pulumirpc.InstallDependenciesRequest, stream pulumirpc.LanguageRuntime_InstallDependenciesServer,
) error {
	options, err := parseOptions(req.GetInfo())
	if err != nil {
		return err
	}
	closer, stdout, stderr, err := rpcutil.MakeInstallDependenciesStreams(stream, req.GetIsTerminal())
	if err != nil {
		return err
	}
	defer closer.Close()
	directory := req.GetInfo().GetProgramDirectory()
	_, err = npm.Install(stream.Context(), options.packageManager, directory, false, stdout, stderr)
	return err
}

func findNode() (string, error) {
	node, err := exec.LookPath("node")
	if err != nil {
		return "", fmt.Errorf("no node on PATH; install Node.js 22 or later: %w", err)
	}
	return node, nil
}
