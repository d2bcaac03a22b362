import type { PlatformUnderTest } from '../model';
import { adfoxUnderTest } from './adfox';
import { myTargetUnderTest } from './my-target';
import { promoPagesUnderTest } from './promo-pages';
import { targetAdsUnderTest } from './target-ads';

export const platforms: readonly PlatformUnderTest[] = [
	targetAdsUnderTest,
	promoPagesUnderTest,
	myTargetUnderTest,
	adfoxUnderTest,
];
