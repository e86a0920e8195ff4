/** A page of Claude’s, or another one, that can be opened. `url` may hold {name}, {url} and {host} of the connector as values of its query, which are then encoded. */
export interface Place {
  /** Short, English, translated; menu names stay as Claude shows them, such as “Customize > Connectors”. */
  readonly label: string;
  /** https: only. */
  readonly url: string;
}
