import stringWidth from "string-width";

/** How wide a terminal or an editor shows a text: wide letters and emoji take two columns, marks none. */
export const columns = (text: string): number => stringWidth(text);

/** The same, letter by letter: joined emoji are as wide as their parts. */
export const columnsOfLetters = (text: string): number =>
  [...text].reduce((sum, letter) => sum + stringWidth(letter), 0);
