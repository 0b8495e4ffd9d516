export { Art, type ArtProps } from './art';
export { Scene, type SceneProps } from './scene';
