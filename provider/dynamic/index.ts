/** Segments as dynamic resources: for TypeScript programs, with nothing to install but this package. */
export * as onesignal from "./onesignal";
export * as push0 from "./push0";
export * as statsig from "./statsig";
