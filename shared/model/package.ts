/** A reading package that was written. */
export interface PackageMade {
  readonly path: string;
  readonly documents: number;
  readonly sizeBytes: number;
}
