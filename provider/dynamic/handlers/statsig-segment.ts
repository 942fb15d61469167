/** This module, as a whole, is the provider of its resource type: state refers to it by the name the package exports it under. */
import { delegate } from "../../hosts/dynamic/delegate";

const handler = delegate("audiences:statsig:Segment");

export const { token, configure, check, diff, create, read, update } = handler;
const remove = handler.delete;

export { remove as delete };
