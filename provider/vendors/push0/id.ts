import * as O from "fp-ts/Option";

export const expectedId =
  'the segment\'s id as Push0 shows it ("sg_etKA0w3vW9O0BaUIpOCKt"), or "name:<segment name>"';

/** A segment by its id or by its name. An account has one set of segments, so that nothing else is needed. */
export type Wanted =
  | { readonly by: "id"; readonly id: string }
  | { readonly by: "name"; readonly name: string };

const NAME = "name:";

/** The list has `sg_` and 21 letters and digits, the page on updates `seg_` and fewer: any one word passes. */
const ID = /^[\w-]+$/;

export const parseId = (text: string): O.Option<Wanted> => {
  const id = text.trim();
  if (id.startsWith(NAME)) {
    const name = id.slice(NAME.length);
    return name === "" ? O.none : O.some({ by: "name", name });
  }
  return ID.test(id) ? O.some({ by: "id", id }) : O.none;
};
