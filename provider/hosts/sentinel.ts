/**
 * Pulumi's marks on the wire. Source: pulumi/pulumi, sdk/go/common/resource/sig/sig.go and resource/plugin/rpc.go.
 */

/** A struct with this key is no plain object; its value says what it is instead. */
export const SIGNATURE = "4dabf18193072939515e22adb298388d";
export const SECRET = "1b47061264138c4ac30d75fd1eb44270";
/** A value together with what is known of it: absent when unknown, and whether it is secret. */
export const OUTPUT = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

/** How a value that is not known yet is sent: a text for any value. */
export const UNKNOWN_TEXT = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** How values that are not known yet arrive, by the kind that was promised. */
export const unknowns: ReadonlySet<string> = new Set([
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7", // boolean
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421", // number
  UNKNOWN_TEXT,
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2", // list
  "030794c1-ac77-496b-92df-f27374a8bd58", // asset
  "e48ece36-62e2-4504-bad9-02848725956a", // archive
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff", // object
]);

/** All of them, and no other text that matters, have this length: a look at it spares most texts the search. */
export const UNKNOWN_LENGTH = UNKNOWN_TEXT.length;
