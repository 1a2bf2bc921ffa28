// sphinx-copybutton speaks no Korean; this runs after it and before it makes its buttons.
messages.ko = {
  copy: "복사하기",
  copy_to_clipboard: "복사하기",
  copy_success: "복사했습니다",
  copy_failure: "복사하지 못했습니다",
};
iconCopy = iconCopy.replace(messages.en.copy_to_clipboard, messages.ko.copy_to_clipboard);
iconCheck = iconCheck.replace(messages.en.copy_success, messages.ko.copy_success);
locale = "ko";
