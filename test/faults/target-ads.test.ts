import { describeMatrix } from './describe-matrix';
import { targetAdsUnderTest } from './platforms/target-ads';

describeMatrix(targetAdsUnderTest);
