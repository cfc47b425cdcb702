/** A value that the test knows to be there; an error that says where it was not. */
export function must<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error('a value that should be there is not');
  return value;
}
