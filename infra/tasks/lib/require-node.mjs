// Written so that an old Node can read it: its whole purpose is to say that it is too old.
const OLDEST_MAJOR = 18;

if (Number(process.versions.node.split('.')[0]) < OLDEST_MAJOR) {
  console.error(
    `Node ${process.versions.node} is too old: install Node ${OLDEST_MAJOR} or later (https://nodejs.org) and try again.`,
  );
  process.exit(1);
}
