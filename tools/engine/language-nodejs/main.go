// SPDX-License-Identifier: Apache-2.0

// Command pulumi-language-nodejs is a language host: the process in which the Pulumi CLI looks after a program written
// for Node.js. The official one is part of the official distribution but of no Go module, so where the CLI is built from
// its module this one stands in. It runs TypeScript and JavaScript programs, and generates SDKs and programs through the
// CLI's own library; what a test or an example does not need (debuggers, plugins written in TypeScript, project
// templates) it leaves unimplemented.
package main

import (
	"context"
	"fmt"
	"os"
	"time"

	"github.com/pulumi/pulumi/sdk/v3/go/common/util/rpcutil"
	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
	"google.golang.org/grpc"
)

// engineCheck is how often the host asks whether the engine that started it is alive.
const engineCheck = 5 * time.Second

func main() {
	if err := serve(); err != nil {
		fmt.Fprintln(os.Stderr, "pulumi-language-nodejs:", err)
		os.Exit(1)
	}
}

// serve answers until the engine is gone. The protocol: the engine's address is the last argument, and the first line on
// stdout is the port. All that is printed after it belongs to the program.
func serve() error {
	if len(os.Args) < 2 {
		return fmt.Errorf("started without the address of the engine; the pulumi command starts this program, not people")
	}
	engine := os.Args[len(os.Args)-1]

	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	stop := make(chan bool)
	go func() {
		<-ctx.Done()
		close(stop)
	}()
	// A killed CLI cannot stop its children. Without this the host would outlive it for ever.
	if err := rpcutil.Healthcheck(ctx, engine, engineCheck, cancel); err != nil {
		return err
	}

	server, err := rpcutil.ServeWithOptions(rpcutil.ServeOptions{
		Cancel: stop,
		Init: func(server *grpc.Server) error {
			pulumirpc.RegisterLanguageRuntimeServer(server, newHost(ctx, engine))
			return nil
		},
	})
	if err != nil {
		return err
	}
	fmt.Println(server.Port)
	return <-server.Done
}
