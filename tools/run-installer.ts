// Runs in a process of its own: loading the automation API takes more than half a second, and only a process can be stopped.
import { PulumiCommand } from "@pulumi/pulumi/automation";

const [, , root = ""] = process.argv;

PulumiCommand.install({ root }).then(
  () => process.disconnect?.(),
  (error: unknown) => {
    process.stderr.write(error instanceof Error ? error.message : String(error));
    process.exit(1);
  },
);
