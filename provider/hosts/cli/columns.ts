import stringWidth from "string-width";

/** How wide a terminal or an editor shows a text: wide letters and emoji take two columns, marks none. */
export const columns = (text: string): number => stringWidth(text);
