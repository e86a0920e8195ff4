import { createColors } from 'picocolors';
import { say } from '../../i18n/say.ts';
import { displayWidth, wrap } from './layout.ts';
import { plainLine } from './plain.ts';
import type { ReportReader } from '../words/who-words.ts';

export interface TextOptions {
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** It is read elsewhere: options of the command line are of no use there. */
  readonly isSent?: boolean;
  /** Who reads it; without it the one that the report tells of. */
  readonly reader?: ReportReader | undefined;
}

export type Colors = ReturnType<typeof createColors>;
export type Style = (text: string) => string;

/** A page of labelled lines. */
export interface Page {
  readonly colors: Colors;
  /** No word of the command line’s options. */
  readonly isSent: boolean;
  /** Columns of the labels. */
  readonly labelWidth: number;
  /** Columns right of the labels. */
  readonly room: number;
  /** Foreign text is made harmless and wrapped. */
  paragraph(label: string, text: string, style?: Style): readonly string[];
  /** A line that is harmless and short enough already. */
  line(label: string, text: string): string;
}

/** A page for this terminal; lines longer than 100 columns are hard to read. */
export function pageOf(options: TextOptions): Page {
  const colors = createColors(options.color);
  // The widest label and a space.
  const labelWidth = displayWidth(say('Sign-in')) + 1;
  const room = Math.min(Math.max(options.width, 60), 100) - labelWidth;
  const asIs: Style = (text) => text;
  const line = (label: string, text: string): string => `${colors.dim(label.padEnd(labelWidth))}${text}`;
  return {
    colors,
    isSent: options.isSent === true,
    labelWidth,
    room,
    line,
    paragraph: (label, text, style = asIs) =>
      wrap(plainLine(text), room).map((each, index) => line(index === 0 ? label : '', style(each))),
  };
}
