/** What the functions' user may do, in the words of Redis: its keys, and the commands that the store and its client use. */
export const CACHE_ACCESS =
  '~* -@all +get +mget +set +ping +info +quit +auth +hello +client|setname +cluster|slots +cluster|shards +cluster|info';
