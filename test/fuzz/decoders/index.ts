import { platforms } from '../../platforms';
import type { Decoder } from './decoder';
import { fileDecoders } from './files';

export { runCampaign, type Findings } from './campaign';

/** Each platform's, and those of files, which are no platform's. */
export const decoders: readonly Decoder[] = [
	...platforms.flatMap(({ sources }) => sources().decoders ?? []),
	...fileDecoders,
];
