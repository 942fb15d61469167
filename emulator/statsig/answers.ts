import { STATUS_CODES } from "node:http";
import type { Json } from "../json";
import type { Answer } from "../vendor";
import type { StatsigSettings } from "./settings";

/** `{message, data}` of the OpenAPI; some answers have a message alone. */
export const done = (message: string, data?: Json, status = 200): Answer => ({
  status,
  body: data === undefined ? { message } : { message, data },
});

/** `PaginationResponseWithMessage`. `nextPage` is an address without the host, as the examples of sibling pages have it. */
export const paged = (
  message: string,
  data: Json,
  page: {
    readonly path: string;
    readonly number: number;
    readonly size: number;
    readonly total: number;
  },
): Answer => {
  const { path, number, size, total } = page;
  const to = (wanted: number): string => `${path}?page=${wanted}&limit=${size}`;
  return {
    status: 200,
    body: {
      message,
      data,
      pagination: {
        itemsPerPage: size,
        pageNumber: number,
        nextPage: number * size < total ? to(number + 1) : null,
        previousPage: number > 1 ? to(number - 1) : null,
        totalItems: total,
        all: path,
      },
    },
  };
};

const refused = (status: number, message: string): Answer => ({
  status,
  body: { status, message },
});

const general = "Invalid request. Please check the request input and try again.";

/** What was sent is wrong. The general sentence is the documented one, `errors` is what clients of the live API read. */
export const invalid = (
  { explainRefusals }: StatsigSettings,
  errors: readonly string[],
): Answer => ({
  status: 400,
  body: { status: 400, message: general, ...(explainRefusals ? { errors } : {}) },
});

/** The words of sibling pages; that they hold for ids as well is a guess. */
export const taken = (
  { takenStatus, explainRefusals }: StatsigSettings,
  what: "Name" | "ID",
): Answer => {
  const message = `${what} is already in use`;
  const errors = explainRefusals ? { errors: [message] } : {};
  return { status: takenStatus, body: { status: takenStatus, message, ...errors } };
};

export const notFound = refused(404, "Not Found. The requested resource could not be found.");

export const wrongType = (settings: StatsigSettings, type: string): Answer =>
  invalid(settings, [`Segment must be of type '${type}' to be modified on this endpoint`]);

/** Shows only the beginning of a key, as the document's example does. */
export const wrongKey = (key: string | undefined): Answer => {
  const sent =
    key === undefined
      ? ""
      : `${key.slice(0, 8)}${"x".repeat(Math.min(12, Math.max(0, key.length - 8)))}`;
  return refused(
    401,
    `This endpoint only accepts an active CONSOLE key, but an invalid key was sent. Key: ${sent}`,
  );
};

const forbidden = refused(
  403,
  "Forbidden. The request was valid, but the server is refusing action. You might not have the necessary permissions to access the resource.",
);

/** No page has a body for it. */
export const throttled = ({ retryAfter }: StatsigSettings): Answer => ({
  ...refused(429, "Too many requests. Please try again later."),
  ...(retryAfter === null ? {} : { headers: { "retry-after": String(retryAfter) } }),
});

/** The documented answer for a status, as faults ask for it; statuses no page mentions get their standard phrase. */
export const refusal = (status: number, settings: StatsigSettings): Answer => {
  switch (status) {
    case 400:
      return invalid(settings, ["The reason why the request was refused."]);
    case 401:
      return wrongKey(undefined);
    case 403:
      return forbidden;
    case 404:
      return notFound;
    case 429:
      return throttled(settings);
    default:
      return refused(status, STATUS_CODES[status] ?? `Status ${status}`);
  }
};
