import { adfoxDecoders } from './adfox';
import type { Decoder } from './decoder';
import { fileDecoders } from './files';
import { jobDecoders } from './jobs';
import { myTargetDecoders } from './mytarget';
import { promoPagesDecoders } from './promopages';
import { targetAdsDecoders } from './targetads';

export const decoders: readonly Decoder[] = [
	...targetAdsDecoders,
	...promoPagesDecoders,
	...myTargetDecoders,
	...adfoxDecoders,
	...fileDecoders,
	...jobDecoders,
];

export { runCampaign, type Findings } from './campaign';
