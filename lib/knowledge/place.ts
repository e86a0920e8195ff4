/** A page of Claude’s, or another one, that can be opened. `url` may hold {name} and {url} of the connector, which are then encoded. */
export interface Place {
  /** Short, English, translated; menu names stay as Claude shows them, such as “Customize > Connectors”. */
  readonly label: string;
  /** https: only. */
  readonly url: string;
}
