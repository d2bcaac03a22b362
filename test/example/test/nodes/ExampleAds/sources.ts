import { exampleAds } from '../../../nodes/ExampleAds/platform';
import { loadedNode } from '../../platforms/loaded-node';

export const node = loadedNode(exampleAds);
