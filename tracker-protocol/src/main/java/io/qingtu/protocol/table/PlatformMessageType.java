package io.qingtu.protocol.table;

import static io.qingtu.protocol.frame.ProtocolVersion.V2011;
import static io.qingtu.protocol.frame.ProtocolVersion.V2013;
import static io.qingtu.protocol.frame.ProtocolVersion.V2019;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.MalformedException;
import io.qingtu.protocol.frame.Frame;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PlatformMessage;
import io.qingtu.protocol.message.area.AreaQuery;
import io.qingtu.protocol.message.area.DeleteAreasCommand;
import io.qingtu.protocol.message.area.SetCirclesCommand;
import io.qingtu.protocol.message.area.SetPolygonCommand;
import io.qingtu.protocol.message.area.SetRectanglesCommand;
import io.qingtu.protocol.message.area.SetRouteCommand;
import io.qingtu.protocol.message.general.PlatformGeneralReply;
import io.qingtu.protocol.message.general.PlatformPublicKey;
import io.qingtu.protocol.message.general.RegistrationReply;
import io.qingtu.protocol.message.general.ResendPartsCommand;
import io.qingtu.protocol.message.general.ServerTimeReply;
import io.qingtu.protocol.message.location.ConfirmAlarmCommand;
import io.qingtu.protocol.message.location.LinkTestCommand;
import io.qingtu.protocol.message.location.QueryLocationCommand;
import io.qingtu.protocol.message.location.TrackingCommand;
import io.qingtu.protocol.message.management.QueryAttributesCommand;
import io.qingtu.protocol.message.management.QueryNamedParametersCommand;
import io.qingtu.protocol.message.management.QueryParametersCommand;
import io.qingtu.protocol.message.management.SetParametersCommand;
import io.qingtu.protocol.message.management.TerminalControlCommand;
import io.qingtu.protocol.message.management.UpgradeCommand;
import io.qingtu.protocol.message.media.MultimediaReply;
import io.qingtu.protocol.message.media.ShootCommand;
import io.qingtu.protocol.message.media.SingleMediaUploadCommand;
import io.qingtu.protocol.message.media.SoundRecordingCommand;
import io.qingtu.protocol.message.media.StoredMediaQuery;
import io.qingtu.protocol.message.media.StoredMediaUploadCommand;
import io.qingtu.protocol.message.record.DriverIdentityQuery;
import io.qingtu.protocol.message.record.RecorderQuery;
import io.qingtu.protocol.message.record.RecorderSettingCommand;
import io.qingtu.protocol.message.safety.AttachmentFileEndReply;
import io.qingtu.protocol.message.safety.AttachmentUploadCommand;
import io.qingtu.protocol.message.text.CallBackCommand;
import io.qingtu.protocol.message.text.InformationCommand;
import io.qingtu.protocol.message.text.QuestionCommand;
import io.qingtu.protocol.message.text.SetEventsCommand;
import io.qingtu.protocol.message.text.SetInformationMenuCommand;
import io.qingtu.protocol.message.text.SetPhoneBookCommand;
import io.qingtu.protocol.message.text.TextCommand;
import io.qingtu.protocol.message.transparent.TransparentCommand;
import io.qingtu.protocol.message.vehicle.VehicleControlCommand;
import io.qingtu.protocol.message.video.AudioVideoQueryCommand;
import io.qingtu.protocol.message.video.FocusCommand;
import io.qingtu.protocol.message.video.InfraredCommand;
import io.qingtu.protocol.message.video.IrisCommand;
import io.qingtu.protocol.message.video.LiveVideoCommand;
import io.qingtu.protocol.message.video.LiveVideoControlCommand;
import io.qingtu.protocol.message.video.LiveVideoStatusCommand;
import io.qingtu.protocol.message.video.PanTiltCommand;
import io.qingtu.protocol.message.video.PlaybackCommand;
import io.qingtu.protocol.message.video.PlaybackControlCommand;
import io.qingtu.protocol.message.video.RecordingQueryCommand;
import io.qingtu.protocol.message.video.RecordingUploadCommand;
import io.qingtu.protocol.message.video.RecordingUploadControlCommand;
import io.qingtu.protocol.message.video.WiperCommand;
import io.qingtu.protocol.message.video.ZoomCommand;
import java.util.Optional;

/** Messages from platform to terminal, in the order of their ids. */
public enum PlatformMessageType implements MessageType {
  PLATFORM_GENERAL_REPLY(
      Entry.of(PlatformGeneralReply.ID, "平台通用应答", "JT/T 808-2013 8.2", V2011),
      PlatformGeneralReply.class,
      PlatformGeneralReply::decode),
  RESEND_PARTS_COMMAND(
      Entry.of(ResendPartsCommand.ID, "服务器补传分包请求", "JT/T 808-2013 8.4", V2013),
      ResendPartsCommand.class,
      ResendPartsCommand::decode),
  SERVER_TIME_REPLY(
      Entry.of(ServerTimeReply.ID, "查询服务器时间应答", "JT/T 808-2019", V2019),
      ServerTimeReply.class,
      ServerTimeReply::decode),
  REGISTRATION_REPLY(
      Entry.of(RegistrationReply.ID, "终端注册应答", "JT/T 808-2013 8.6", V2011),
      RegistrationReply.class,
      RegistrationReply::decode),
  SET_PARAMETERS_COMMAND(
      Entry.of(SetParametersCommand.ID, "设置终端参数", "JT/T 808-2013 8.9", V2011),
      SetParametersCommand.class,
      SetParametersCommand::decode),
  QUERY_PARAMETERS_COMMAND(
      Entry.of(QueryParametersCommand.ID, "查询终端参数", "JT/T 808-2013 8.10", V2011),
      QueryParametersCommand.class,
      QueryParametersCommand::decode),
  TERMINAL_CONTROL_COMMAND(
      Entry.of(TerminalControlCommand.ID, "终端控制", "JT/T 808-2013 8.13", V2011),
      TerminalControlCommand.class,
      TerminalControlCommand::decode),
  QUERY_NAMED_PARAMETERS_COMMAND(
      Entry.of(QueryNamedParametersCommand.ID, "查询指定终端参数", "JT/T 808-2013 8.11", V2013),
      QueryNamedParametersCommand.class,
      QueryNamedParametersCommand::decode),
  QUERY_ATTRIBUTES_COMMAND(
      Entry.of(QueryAttributesCommand.ID, "查询终端属性", "JT/T 808-2013 8.14", V2013),
      QueryAttributesCommand.class,
      QueryAttributesCommand::decode),
  UPGRADE_COMMAND(
      Entry.of(UpgradeCommand.ID, "下发终端升级包", "JT/T 808-2013 8.16", V2013),
      UpgradeCommand.class,
      UpgradeCommand::decode),
  QUERY_LOCATION_COMMAND(
      Entry.of(QueryLocationCommand.ID, "位置信息查询", "JT/T 808-2013 8.19", V2011),
      QueryLocationCommand.class,
      QueryLocationCommand::decode),
  TRACKING_COMMAND(
      Entry.of(TrackingCommand.ID, "临时位置跟踪控制", "JT/T 808-2013 8.21", V2011),
      TrackingCommand.class,
      TrackingCommand::decode),
  CONFIRM_ALARM_COMMAND(
      Entry.of(ConfirmAlarmCommand.ID, "人工确认报警消息", "JT/T 808-2013 8.22", V2013),
      ConfirmAlarmCommand.class,
      ConfirmAlarmCommand::decode),
  LINK_TEST_COMMAND(
      Entry.of(LinkTestCommand.ID, "链路检测", "JT/T 808-2019 8.26", V2019),
      LinkTestCommand.class,
      LinkTestCommand::decode),
  TEXT_COMMAND(
      Entry.of(TextCommand.ID, "文本信息下发", "JT/T 808-2013 8.23", V2011),
      TextCommand.class,
      TextCommand::decode),
  SET_EVENTS_COMMAND(
      Entry.of(SetEventsCommand.ID, "事件设置", "JT/T 808-2013 8.24", V2011),
      SetEventsCommand.class,
      SetEventsCommand::decode),
  QUESTION_COMMAND(
      Entry.of(QuestionCommand.ID, "提问下发", "JT/T 808-2013 8.26", V2011),
      QuestionCommand.class,
      QuestionCommand::decode),
  SET_INFORMATION_MENU_COMMAND(
      Entry.of(SetInformationMenuCommand.ID, "信息点播菜单设置", "JT/T 808-2013 8.28", V2011),
      SetInformationMenuCommand.class,
      SetInformationMenuCommand::decode),
  INFORMATION_COMMAND(
      Entry.of(InformationCommand.ID, "信息服务", "JT/T 808-2013 8.30", V2011),
      InformationCommand.class,
      InformationCommand::decode),
  CALL_BACK_COMMAND(
      Entry.of(CallBackCommand.ID, "电话回拨", "JT/T 808-2013 8.31", V2011),
      CallBackCommand.class,
      CallBackCommand::decode),
  SET_PHONE_BOOK_COMMAND(
      Entry.of(SetPhoneBookCommand.ID, "设置电话本", "JT/T 808-2013 8.32", V2011),
      SetPhoneBookCommand.class,
      SetPhoneBookCommand::decode),
  VEHICLE_CONTROL_COMMAND(
      Entry.of(VehicleControlCommand.ID, "车辆控制", "JT/T 808-2013 8.33", V2011),
      VehicleControlCommand.class,
      VehicleControlCommand::decode),
  SET_CIRCLES_COMMAND(
      Entry.of(SetCirclesCommand.ID, "设置圆形区域", "JT/T 808-2013 8.35", V2011),
      SetCirclesCommand.class,
      SetCirclesCommand::decode),
  DELETE_CIRCLES_COMMAND(
      Entry.of(DeleteAreasCommand.CIRCLES, "删除圆形区域", "JT/T 808-2013 8.36", V2011),
      DeleteAreasCommand.class,
      DeleteAreasCommand::circles),
  SET_RECTANGLES_COMMAND(
      Entry.of(SetRectanglesCommand.ID, "设置矩形区域", "JT/T 808-2013 8.37", V2011),
      SetRectanglesCommand.class,
      SetRectanglesCommand::decode),
  DELETE_RECTANGLES_COMMAND(
      Entry.of(DeleteAreasCommand.RECTANGLES, "删除矩形区域", "JT/T 808-2013 8.38", V2011),
      DeleteAreasCommand.class,
      DeleteAreasCommand::rectangles),
  SET_POLYGON_COMMAND(
      Entry.of(SetPolygonCommand.ID, "设置多边形区域", "JT/T 808-2013 8.39", V2011),
      SetPolygonCommand.class,
      SetPolygonCommand::decode),
  DELETE_POLYGONS_COMMAND(
      Entry.of(DeleteAreasCommand.POLYGONS, "删除多边形区域", "JT/T 808-2013 8.40", V2011),
      DeleteAreasCommand.class,
      DeleteAreasCommand::polygons),
  SET_ROUTE_COMMAND(
      Entry.of(SetRouteCommand.ID, "设置路线", "JT/T 808-2013 8.41", V2011),
      SetRouteCommand.class,
      SetRouteCommand::decode),
  DELETE_ROUTES_COMMAND(
      Entry.of(DeleteAreasCommand.ROUTES, "删除路线", "JT/T 808-2013 8.42", V2011),
      DeleteAreasCommand.class,
      DeleteAreasCommand::routes),
  AREA_QUERY(
      Entry.of(AreaQuery.ID, "查询区域或线路数据", "JT/T 808-2019 8.40", V2019),
      AreaQuery.class,
      AreaQuery::decode),
  RECORDER_QUERY(
      Entry.of(RecorderQuery.ID, "行驶记录数据采集命令", "JT/T 808-2013 8.43", V2011),
      RecorderQuery.class,
      RecorderQuery::decode),
  RECORDER_SETTING_COMMAND(
      Entry.of(RecorderSettingCommand.ID, "行驶记录参数下传命令", "JT/T 808-2013 8.45", V2011),
      RecorderSettingCommand.class,
      RecorderSettingCommand::decode),
  DRIVER_IDENTITY_QUERY(
      Entry.of(DriverIdentityQuery.ID, "上报驾驶员身份信息请求", "JT/T 808-2013 8.47", V2013),
      DriverIdentityQuery.class,
      DriverIdentityQuery::decode),
  MULTIMEDIA_REPLY(
      Entry.of(MultimediaReply.ID, "多媒体数据上传应答", "JT/T 808-2013 8.53", V2011),
      MultimediaReply.class,
      MultimediaReply::decode),
  SHOOT_COMMAND(
      Entry.of(ShootCommand.ID, "摄像头立即拍摄命令", "JT/T 808-2013 8.54", V2011),
      ShootCommand.class,
      ShootCommand::decode),
  STORED_MEDIA_QUERY(
      Entry.of(StoredMediaQuery.ID, "存储多媒体数据检索", "JT/T 808-2013 8.56", V2011),
      StoredMediaQuery.class,
      StoredMediaQuery::decode),
  STORED_MEDIA_UPLOAD_COMMAND(
      Entry.of(StoredMediaUploadCommand.ID, "存储多媒体数据上传命令", "JT/T 808-2013 8.58", V2011),
      StoredMediaUploadCommand.class,
      StoredMediaUploadCommand::decode),
  SOUND_RECORDING_COMMAND(
      Entry.of(SoundRecordingCommand.ID, "录音开始命令", "JT/T 808-2013 8.59", V2011),
      SoundRecordingCommand.class,
      SoundRecordingCommand::decode),
  SINGLE_MEDIA_UPLOAD_COMMAND(
      Entry.of(SingleMediaUploadCommand.ID, "单条存储多媒体数据检索上传命令", "JT/T 808-2013 8.60", V2013),
      SingleMediaUploadCommand.class,
      SingleMediaUploadCommand::decode),
  TRANSPARENT_COMMAND(
      Entry.of(TransparentCommand.ID, "数据下行透传", "JT/T 808-2013 8.61", V2011),
      TransparentCommand.class,
      TransparentCommand::decode),
  PLATFORM_PUBLIC_KEY(
      Entry.of(PlatformPublicKey.ID, "平台 RSA 公钥", "JT/T 808-2013 8.64", V2011),
      PlatformPublicKey.class,
      PlatformPublicKey::decode),
  AUDIO_VIDEO_QUERY_COMMAND(
      Entry.of(AudioVideoQueryCommand.ID, "查询终端音视频属性", "JT/T 1078-2016 5.3.2", V2011),
      AudioVideoQueryCommand.class,
      AudioVideoQueryCommand::decode),
  LIVE_VIDEO_COMMAND(
      Entry.of(LiveVideoCommand.ID, "实时音视频传输请求", "JT/T 1078-2016 5.5.1", V2011),
      LiveVideoCommand.class,
      LiveVideoCommand::decode),
  LIVE_VIDEO_CONTROL_COMMAND(
      Entry.of(LiveVideoControlCommand.ID, "音视频实时传输控制", "JT/T 1078-2016 5.5.2", V2011),
      LiveVideoControlCommand.class,
      LiveVideoControlCommand::decode),
  LIVE_VIDEO_STATUS_COMMAND(
      Entry.of(LiveVideoStatusCommand.ID, "实时音视频传输状态通知", "JT/T 1078-2016 5.5.4", V2011),
      LiveVideoStatusCommand.class,
      LiveVideoStatusCommand::decode),
  PLAYBACK_COMMAND(
      Entry.of(PlaybackCommand.ID, "平台下发远程录像回放请求", "JT/T 1078-2016 5.6.3", V2011),
      PlaybackCommand.class,
      PlaybackCommand::decode),
  PLAYBACK_CONTROL_COMMAND(
      Entry.of(PlaybackControlCommand.ID, "平台下发远程录像回放控制", "JT/T 1078-2016 5.6.4", V2011),
      PlaybackControlCommand.class,
      PlaybackControlCommand::decode),
  RECORDING_QUERY_COMMAND(
      Entry.of(RecordingQueryCommand.ID, "查询资源列表", "JT/T 1078-2016 5.6.1", V2011),
      RecordingQueryCommand.class,
      RecordingQueryCommand::decode),
  RECORDING_UPLOAD_COMMAND(
      Entry.of(RecordingUploadCommand.ID, "文件上传指令", "JT/T 1078-2016 5.6.5", V2011),
      RecordingUploadCommand.class,
      RecordingUploadCommand::decode),
  RECORDING_UPLOAD_CONTROL_COMMAND(
      Entry.of(RecordingUploadControlCommand.ID, "文件上传控制", "JT/T 1078-2016 5.6.7", V2011),
      RecordingUploadControlCommand.class,
      RecordingUploadControlCommand::decode),
  ATTACHMENT_UPLOAD_COMMAND(
      Entry.of(AttachmentUploadCommand.ID, "报警附件上传指令", "T/JSATL 12-2017 4.5", V2013),
      AttachmentUploadCommand.class,
      AttachmentUploadCommand::decode),
  ATTACHMENT_FILE_END_REPLY(
      Entry.of(AttachmentFileEndReply.ID, "文件上传完成消息应答", "T/JSATL 12-2017 4.6.6", V2013),
      AttachmentFileEndReply.class,
      AttachmentFileEndReply::decode),
  PAN_TILT_COMMAND(
      Entry.of(PanTiltCommand.ID, "云台旋转", "JT/T 1078-2016 5.7.1", V2011),
      PanTiltCommand.class,
      PanTiltCommand::decode),
  FOCUS_COMMAND(
      Entry.of(FocusCommand.ID, "云台调整焦距控制", "JT/T 1078-2016 5.7.2", V2011),
      FocusCommand.class,
      FocusCommand::decode),
  IRIS_COMMAND(
      Entry.of(IrisCommand.ID, "云台调整光圈控制", "JT/T 1078-2016 5.7.3", V2011),
      IrisCommand.class,
      IrisCommand::decode),
  WIPER_COMMAND(
      Entry.of(WiperCommand.ID, "云台雨刷控制", "JT/T 1078-2016 5.7.4", V2011),
      WiperCommand.class,
      WiperCommand::decode),
  INFRARED_COMMAND(
      Entry.of(InfraredCommand.ID, "红外补光控制", "JT/T 1078-2016 5.7.5", V2011),
      InfraredCommand.class,
      InfraredCommand::decode),
  ZOOM_COMMAND(
      Entry.of(ZoomCommand.ID, "云台变倍控制", "JT/T 1078-2016 5.7.6", V2011),
      ZoomCommand.class,
      ZoomCommand::decode);

  /** Reads a body; what it leaves unread is ignored. */
  @FunctionalInterface
  public interface Decoder {
    PlatformMessage decode(BodyReader in, ProtocolVersion version);
  }

  private static final MessageIds<PlatformMessageType> BY_ID = new MessageIds<>(values());

  private final Entry entry;
  private final Class<? extends PlatformMessage> message;
  private final Decoder decoder;

  PlatformMessageType(Entry entry, Class<? extends PlatformMessage> message, Decoder decoder) {
    this.entry = entry;
    this.message = message;
    this.decoder = decoder;
  }

  @Override
  public Entry entry() {
    return entry;
  }

  @Override
  public Class<? extends PlatformMessage> message() {
    return message;
  }

  public static Optional<PlatformMessageType> find(int messageId) {
    return Optional.ofNullable(BY_ID.get(messageId));
  }

  /**
   * Reads a platform's message, as terminals and tools do.
   *
   * @return empty if its id is not in the table
   * @throws MalformedException if the body is encrypted, too short or says what cannot be
   */
  public static Optional<PlatformMessage> decode(Frame frame) {
    if (find(frame.header().messageId()).isPresent()) {
      frame.header().requirePlain();
    }
    return decode(
        frame.header().messageId(), new BodyReader(frame.body()), frame.header().version());
  }

  /**
   * The message of a body.
   *
   * @return empty if its id is not in the table
   * @throws MalformedException if the body is too short or says what cannot be
   */
  public static Optional<PlatformMessage> decode(
      int messageId, BodyReader in, ProtocolVersion version) {
    PlatformMessageType type = BY_ID.get(messageId);
    return type == null ? Optional.empty() : Optional.of(type.decoder.decode(in, version));
  }
}
