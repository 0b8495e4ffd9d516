/** A client's write while it is carried out. */
export interface ClientWrite {
  /** Nothing can have been done by an attempt before this one. */
  isFirst: boolean;
  /** Set by a use case whose answer can be told again from what it wrote; else the answer is kept after it. */
  isAnswered?: boolean;
}
