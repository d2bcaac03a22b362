import type { LivePlatform } from '../probe';
import { adfox } from './adfox';
import { myTarget } from './mytarget';
import { promoPages } from './promopages';
import { targetAds } from './targetads';

export const livePlatforms: readonly LivePlatform[] = [targetAds, promoPages, myTarget, adfox];
