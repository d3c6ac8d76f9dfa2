import * as alerts from '#shared/alerts/alert-schema.ts';
import {
  Backup,
  BackupList,
  RestoreConfirmation,
  StartedBackup,
} from '#shared/backup/backup-schema.ts';
import { BackupStatus, RestoreStatus } from '#shared/backup/backup-state.ts';
import * as calendar from '#shared/calendar/calendar-schema.ts';
import { GrantedScope, Role } from '#shared/context/household-context.ts';
import { Health } from '#shared/health/health.ts';
import { ErasedContents, HouseholdErasure } from '#shared/household-erasure/erasure-schema.ts';
import * as exported from '#shared/household-export/export-schema.ts';
import { CreatedDeviceKey, DeviceKey, NewDeviceKey } from '#shared/households/device-key.ts';
import { Guest } from '#shared/households/diners.ts';
import * as invitation from '#shared/households/invitation.ts';
import { Member, MemberChange } from '#shared/households/member.ts';
import * as person from '#shared/households/person.ts';
import { Per, Prices, Spending, Waste } from '#shared/insights/insight-schema.ts';
import { FreezingAdvice } from '#shared/meal-plans/api/freezing-advice.ts';
import * as plans from '#shared/meal-plans/api/plan-schema.ts';
import { PlanStage, PlanStatus } from '#shared/meal-plans/api/plan-status.ts';
import { Money } from '#shared/money/money.ts';
import * as notifications from '#shared/notifications/notification-schema.ts';
import * as pantry from '#shared/pantry/lot.ts';
import { ItemKind } from '#shared/products/item-kind.ts';
import { Location } from '#shared/products/location.ts';
import { NameFacts } from '#shared/products/name-facts.ts';
import { MatchedProduct, ProductCandidate, ProductRef } from '#shared/products/product-ref.ts';
import { FoundGtin, InStoreItem, ProductHit, TradeItem } from '#shared/products/product-schema.ts';
import { Place, Profile, ProfileChange } from '#shared/profiles/profile.ts';
import { PrintedAmount, StockAmount, StockUnit } from '#shared/quantities/stock-unit.ts';
import * as receipts from '#shared/receipts/records/receipt-schema.ts';
import { ByName } from '#shared/schemas/by-name.ts';
import * as minimums from '#shared/shopping/minimum-schema.ts';
import * as shopping from '#shared/shopping/shopping-schema.ts';
import { Batch, NewBatch, PresignedBatch } from '#shared/uploads/batch.ts';
import {
  DirectUpload,
  NewUpload,
  ShownProblem,
  Upload,
  UploadForm,
} from '#shared/uploads/upload.ts';
import { UploadKind, UploadStatus } from '#shared/uploads/upload-state.ts';
import * as usage from '#shared/usage/usage-schema.ts';
import { FreshSnow, Temperature, WaterDepth, WindSpeed } from '#shared/weather/units.ts';
import * as weather from '#shared/weather/weather-schema.ts';
import { KNOWLEDGE_AND_CHAT } from './knowledge-and-chat-schemas.ts';
import { RECIPE_SCHEMAS } from './named-recipe-schemas.ts';
import { FieldProblem, Problem } from './problem-schema.ts';

const { Lot } = pantry;
const { Receipt } = receipts;

/**
 * The schemas that stand under a name of their own in the API document, for whoever makes a client of it:
 * every body and reply, and every shape that is used more than once.
 */
export const NAMED_SCHEMAS = {
  Problem,
  FieldProblem,
  ByName,
  Money,
  StockUnit,
  StockAmount,
  PrintedAmount,
  Location,

  Upload,
  UploadKind,
  UploadStatus,
  UploadProblem: ShownProblem,
  NewUpload,
  UploadForm,
  PresignedUpload: DirectUpload,
  Batch,
  NewBatch,
  PresignedBatch,

  Receipt,
  ReceiptSummary: receipts.ReceiptSummary,
  ReceiptItem: receipts.ReceiptItem,
  Merchant: Receipt.shape.merchant,
  Balance: Receipt.shape.balance,
  PrintedFacts: NameFacts,
  ItemKind,
  ReceiptChange: receipts.ReceiptChange,
  ReceiptItemChange: receipts.ItemChange,
  NewReceiptItem: receipts.NewItem,
  ReceiptItemProduct: receipts.ItemProduct,
  ReceiptReview: receipts.Review,
  ReviewLine: receipts.ReviewLine,
  Repair: receipts.Repair,
  ReceiptConfirmation: receipts.Confirmation,

  Lot,
  ChangedLot: pantry.ChangedLot,
  LotProduct: Lot.shape.product,
  Expiry: pantry.Expiry,
  NewLot: pantry.NewLot,
  LotChange: pantry.LotChange,
  PrintedDate: pantry.PrintedDate,
  Quantity: pantry.Quantity,
  Measure: pantry.Measure,
  Package: pantry.Package,
  Taking: pantry.Taking,
  LotPart: pantry.Part,
  Moving: pantry.Moving,
  ProductTaking: pantry.ProductTaking,
  Merging: pantry.Merging,
  Merged: pantry.Merged,
  Booking: pantry.Booking,
  Booked: pantry.Booked,
  Moved: pantry.Moved,
  Undone: pantry.Undone,
  Consumed: pantry.Consumed,
  FirstToGo: pantry.FirstToGo,

  Spending,
  Waste,
  Prices,
  PricedUnit: Per,

  ProductHit,
  ProductRef,
  MatchedProduct,
  ProductCandidate,
  FoundGtin,
  TradeItem,
  InStoreItem,

  ...RECIPE_SCHEMAS,
  NewShoppingList: shopping.NewShoppingList,
  NewShoppingItem: shopping.NewShoppingItem,
  ShoppingListOfPlan: shopping.FromPlan,
  ShoppingListChange: shopping.ShoppingListChange,
  ShoppingList: shopping.ShoppingListView,
  ShoppingItem: shopping.ShoppingItem,
  ShoppingTicks: shopping.Ticks,
  ShoppingTick: shopping.Tick,
  Aisle: shopping.Aisle,
  CalendarFeed: calendar.CalendarFeed,
  CreatedCalendarFeed: calendar.CreatedCalendarFeed,
  NewMinimumStock: minimums.NewMinimum,
  MinimumStock: minimums.MinimumView,
  NewMealPlan: plans.NewMealPlan,
  Budget: plans.Budget,
  SlotWish: plans.SlotWish,
  MealPlanChange: plans.PlanChange,
  SlotChange: plans.SlotChange,
  MealPlan: plans.MealPlanView,
  PlanStage,
  PlanStatus,
  FreezingAdvice,
  PlannedPreparation: plans.PlannedPreparation,
  PlannedCooking: plans.PlannedCooking,
  PlannedSlot: plans.PlannedSlot,
  PlannedGuest: plans.PlannedGuest,
  PlannedMeal: plans.PlannedMeal,
  PlanViolation: plans.Violation,
  OutdatedMeal: plans.Outdated,

  ...KNOWLEDGE_AND_CHAT,

  CurrentWeather: weather.CurrentWeather,
  Forecast: weather.Forecast,
  ForecastDay: weather.ForecastDay,
  ForecastHour: weather.ForecastHour,
  WeatherPlace: weather.WeatherPlace,
  WeatherCondition: weather.WeatherCondition,
  WeatherNote: weather.WeatherNote,
  TemperatureRange: weather.TemperatureRange,
  WeatherAttribution: weather.Attribution,
  Temperature,
  WaterDepth,
  FreshSnow,
  WindSpeed,

  Profile,
  ProfileChange,
  Place,
  GrantedScope,
  Role,
  Member,
  MemberChange,
  Invitation: invitation.Invitation,
  NewInvitation: invitation.NewInvitation,
  CreatedInvitation: invitation.CreatedInvitation,
  Membership: invitation.Joined,
  Person: person.PersonView,
  NewPerson: person.NewPerson,
  PersonChange: person.PersonChange,
  Allergy: person.Allergy,
  ListedAllergy: person.ListedAllergy,
  OtherAllergy: person.OtherAllergy,
  Allergen: person.Allergen,
  Severity: person.Severity,
  Diet: person.Diet,
  Guest,
  DeviceKey,
  NewDeviceKey,
  CreatedDeviceKey,

  HouseholdExport: exported.HouseholdExport,
  ExportStatus: exported.ExportStatus,
  ExportArchive: exported.ExportArchive,
  HouseholdErasure,
  ErasedContents,

  Backup,
  BackupStatus,
  BackupList,
  StartedBackup,
  Alert: alerts.Alert,
  AlertStatus: alerts.AlertStatus,
  AlertList: alerts.AlertList,
  AlertChange: alerts.AlertChange,
  AlertHistory: alerts.AlertHistory,
  Webhook: notifications.Webhook,
  NewWebhook: notifications.NewWebhook,
  CreatedWebhook: notifications.CreatedWebhook,
  Delivery: notifications.Delivery,
  DeliveryStatus: notifications.DeliveryStatus,
  DeliveryLog: notifications.DeliveryLog,
  RestoreConfirmation,
  RestoreStatus,

  Usage: usage.Usage,
  UsageDay: usage.UsageDay,
  UsageMonth: usage.UsageMonth,
  TokenBudget: usage.TokenBudget,

  Health,
  HealthCheck: Health.shape.checks.shape.database,
};
