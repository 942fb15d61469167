/**
 * A Pulumi asset as it travels: an object with a signature, and where its content is. The engine adds `hash`, the SHA-256 of the
 * content. Source: pulumi/pulumi, `sdk/nodejs/runtime/rpc.ts` and `sdk/go/common/resource/asset`.
 */
import * as t from "io-ts";
import type { Change } from "./changes";
import { type Bag, equal, isBag, type Value } from "./value";

export const SIGNATURE = "4dabf18193072939515e22adb298388d";
const ASSET = "c44067f5952c0a294b673a41bacd8c17";

/** Where the content of an asset is: exactly one of the three is there. */
export type Asset = {
  readonly [SIGNATURE]: typeof ASSET;
  readonly path?: string;
  readonly text?: string;
  readonly uri?: string;
  readonly hash?: string;
};

/** For tests, and for hosts that are given assets in another shape. */
export const asset = (content: Omit<Asset, typeof SIGNATURE>): Asset => ({
  [SIGNATURE]: ASSET,
  ...content,
});

const isText = (value: unknown): boolean => typeof value === "string";

/** Also one without its content: of an asset in state, the engine tells an operation that only reads no more than the hash. */
export const isAsset = (u: unknown): u is object =>
  typeof u === "object" && u !== null && Reflect.get(u, SIGNATURE) === ASSET;

const hasContent = (u: unknown): u is Asset =>
  isAsset(u) && ["path", "text", "uri"].filter((key) => isText(Reflect.get(u, key))).length === 1;

/** An asset whose content is a file or a text. A remote one is refused: nothing but a vendor's API is asked over the network. */
export class AssetType extends t.Type<Asset, Asset, unknown> {
  readonly _tag = "AssetType";

  constructor() {
    const isMember = (u: unknown): u is Asset => hasContent(u) && !isText(u.uri);
    super(
      "Asset",
      isMember,
      (u, context) => {
        if (isMember(u)) return t.success(u);
        const remote = hasContent(u) ? "; download the remote file first" : "";
        return t.failure(
          u,
          context,
          `must be a Pulumi asset: \`new pulumi.asset.FileAsset(path)\` or \`StringAsset(text)\`${remote}`,
        );
      },
      t.identity,
    );
  }
}

export const assetCodec = new AssetType();

const contentOf = ({ hash, path, text, uri }: Bag): Value =>
  typeof hash === "string" && hash !== "" ? hash : (text ?? path ?? uri);

/** Same content, same asset: by hash where both have one, for the path says where a file is and not what is in it. */
export const assetChanges = (old: Value, now: Value): readonly Change[] => {
  if (!isBag(old) || !isBag(now)) {
    if (old === undefined) return [{ path: [], kind: "add" }];
    return [{ path: [], kind: now === undefined ? "delete" : "update" }];
  }
  const hashed = [old, now].every(({ hash }) => typeof hash === "string" && hash !== "");
  const { hash: _before, ...oldPlace } = old;
  const { hash: _after, ...newPlace } = now;
  const isSame = hashed ? contentOf(old) === contentOf(now) : equal(oldPlace, newPlace);
  return isSame ? [] : [{ path: [], kind: "update" }];
};
