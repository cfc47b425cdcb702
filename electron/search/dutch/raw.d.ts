/** A text file of the project, put into the program when it is built. */
declare module '*?raw' {
  const text: string;
  export default text;
}
