// SPDX-License-Identifier: Apache-2.0

package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"time"

	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
)

const (
	// alreadyReported is the exit code by which the SDK says that it has told the user what went wrong.
	alreadyReported = 32
	// grace is how long a program may go on after it was told to stop.
	grace = 5 * time.Second
)

// Run runs the program to its end. The SDK in the program's own node_modules does the work, so that program and SDK
// always agree; the host passes on what the engine said.
func (h *host) Run(ctx context.Context, req *pulumirpc.RunRequest) (*pulumirpc.RunResponse, error) {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	defer context.AfterFunc(h.running, stop)()

	command, err := h.program(ctx, req)
	if err != nil {
		return &pulumirpc.RunResponse{Error: err.Error()}, nil
	}
	err = command.Run()
	var exit *exec.ExitError
	switch {
	case err == nil:
		return &pulumirpc.RunResponse{}, nil
	case errors.As(err, &exit) && exit.ExitCode() == alreadyReported:
		return &pulumirpc.RunResponse{Bail: true}, nil
	case errors.As(err, &exit) && exit.ExitCode() >= 0:
		return &pulumirpc.RunResponse{Error: fmt.Sprintf("the program exited with code %d", exit.ExitCode())}, nil
	default:
		return &pulumirpc.RunResponse{Error: fmt.Sprintf("the program did not run to its end: %v", err)}, nil
	}
}

func (h *host) program(ctx context.Context, req *pulumirpc.RunRequest) (*exec.Cmd, error) {
	options, err := parseOptions(req.GetInfo())
	if err != nil {
		return nil, err
	}
	node, err := findNode()
	if err != nil {
		return nil, err
	}
	runner, err := findModule(req.GetInfo().GetProgramDirectory(), "@pulumi/pulumi/cmd/run")
	if err != nil {
		return nil, err
	}
	env, err := environment(options, req)
	if err != nil {
		return nil, err
	}
	command := exec.CommandContext(ctx, node, h.arguments(options, runner, req)...)
	command.Dir = req.GetPwd()
	command.Env = append(os.Environ(), env...)
	// The engine shows what it reads from the host's own outputs.
	command.Stdout, command.Stderr = os.Stdout, os.Stderr
	command.Cancel = func() error { return command.Process.Signal(os.Interrupt) }
	command.WaitDelay = grace
	return command, nil
}

func (h *host) arguments(options options, runner string, req *pulumirpc.RunRequest) []string {
	arguments := append(options.nodeArgs, runner,
		"--monitor", req.GetMonitorAddress(),
		"--engine", h.engine,
		"--organization", req.GetOrganization(),
		"--project", req.GetProject(),
		"--stack", req.GetStack(),
		"--pwd", req.GetPwd(),
		"--root-directory", req.GetInfo().GetRootDirectory(),
		"--parallel", strconv.Itoa(int(req.GetParallel())),
	)
	if req.GetDryRun() {
		arguments = append(arguments, "--dry-run")
	}
	arguments = append(arguments, req.GetInfo().GetEntryPoint())
	return append(arguments, req.GetArgs()...)
}

// environment carries what must not be seen in a list of processes (configuration), and what every copy of the SDK that
// the program may load has to find.
func environment(options options, req *pulumirpc.RunRequest) ([]string, error) {
	// Copied into what is empty but not nil: a stack without configuration has {} and [], and null would crash the SDK.
	values := map[string]string{}
	maps.Copy(values, req.GetConfig())
	config, err := json.Marshal(values)
	if err != nil {
		return nil, err
	}
	secrets, err := json.Marshal(append([]string{}, req.GetConfigSecretKeys()...))
	if err != nil {
		return nil, err
	}
	env := []string{
		"PULUMI_CONFIG=" + string(config),
		"PULUMI_CONFIG_SECRET_KEYS=" + string(secrets),
		"PULUMI_NODEJS_TYPESCRIPT=" + strconv.FormatBool(options.typescript),
	}
	if options.tsconfig != "" {
		env = append(env, "PULUMI_NODEJS_TSCONFIG_PATH="+options.tsconfig)
	}
	return env, nil
}

// findModule looks for a folder in the nearest node_modules that has it, as Node.js does.
func findModule(directory, name string) (string, error) {
	for parent := directory; ; parent = filepath.Dir(parent) {
		module := filepath.Join(parent, "node_modules", filepath.FromSlash(name))
		if _, err := os.Stat(module); err == nil {
			return module, nil
		}
		if parent == filepath.Dir(parent) {
			return "", fmt.Errorf("cannot find %s from %s; run npm install there", name, directory)
		}
	}
}
