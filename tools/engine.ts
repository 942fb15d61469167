// `npm run --silent engine` prints the path of a Pulumi CLI that works, and makes one where there is none.
import { explain } from "./engine-error";
import { locateEngine } from "./locate-engine";

// By default a signal ends a process without its clean-up: locks and half a build would stay.
process.once("SIGINT", () => process.exit(130));
process.once("SIGTERM", () => process.exit(143));

locateEngine().then(
  ({ command }) => console.log(command),
  (error: unknown) => {
    console.error(explain(error));
    process.exitCode = 1;
  },
);
